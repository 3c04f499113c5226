"""Settings' FORM_RENDERER: every form of the project draws itself as the design system's questions."""

from django.forms.renderers import TemplatesSetting

from keynet.forms.question import Question


class DesignRenderer(TemplatesSetting):
    """Uses the project's template engine, its field component and its bound field."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
    bound_field_class = Question
